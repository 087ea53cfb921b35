-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "awayUntil" TEXT;
