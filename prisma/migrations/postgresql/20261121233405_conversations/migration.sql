-- CreateEnum
CREATE TYPE "ConversationState" AS ENUM ('planned', 'cancelled');

-- CreateEnum
CREATE TYPE "OccurrenceState" AS ENUM ('planned', 'cancelled', 'closed');

-- CreateEnum
CREATE TYPE "RsvpAnswer" AS ENUM ('yes', 'maybe', 'no');

-- CreateEnum
CREATE TYPE "Seat" AS ENUM ('taken', 'offered', 'waiting');

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "occurrenceId" TEXT;

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL,
    "coalitionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "purpose" TEXT,
    "format" TEXT,
    "place" TEXT,
    "minutes" INTEGER NOT NULL,
    "capacity" INTEGER,
    "wall" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "rule" TEXT,
    "plannedUntil" TEXT,
    "state" "ConversationState" NOT NULL DEFAULT 'planned',
    "authorId" TEXT NOT NULL,
    "facilitatorId" TEXT NOT NULL,
    "spaceId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "id" TEXT NOT NULL,
    "coalitionId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "plannedWall" TEXT NOT NULL,
    "wall" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "state" "OccurrenceState" NOT NULL DEFAULT 'planned',
    "cancelReason" TEXT,
    "notes" TEXT,
    "guests" INTEGER NOT NULL DEFAULT 0,
    "closedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Rsvp" (
    "id" TEXT NOT NULL,
    "coalitionId" TEXT NOT NULL,
    "occurrenceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "answer" "RsvpAnswer" NOT NULL,
    "seat" "Seat",
    "answeredAt" TIMESTAMP(3) NOT NULL,
    "offeredUntil" TIMESTAMP(3),
    "spaceId" TEXT NOT NULL,

    CONSTRAINT "Rsvp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandingAnswer" (
    "id" TEXT NOT NULL,
    "coalitionId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "answer" "RsvpAnswer" NOT NULL,
    "answeredAt" TIMESTAMP(3) NOT NULL,
    "spaceId" TEXT NOT NULL,

    CONSTRAINT "StandingAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" TEXT NOT NULL,
    "coalitionId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "occurrenceId" TEXT,
    "text" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "coalitionId" TEXT NOT NULL,
    "occurrenceId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" TEXT NOT NULL,
    "coalitionId" TEXT NOT NULL,
    "occurrenceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "came" BOOLEAN NOT NULL,
    "worth" BOOLEAN,
    "notedById" TEXT NOT NULL,
    "notedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CoalitionCalendar" (
    "id" TEXT NOT NULL,
    "coalitionId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "CoalitionCalendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonCalendar" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "PersonCalendar_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Conversation_facilitatorId_idx" ON "Conversation"("facilitatorId");

-- CreateIndex
CREATE INDEX "Conversation_authorId_idx" ON "Conversation"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Conversation_coalitionId_number_key" ON "Conversation"("coalitionId", "number");

-- CreateIndex
CREATE INDEX "Occurrence_coalitionId_state_startsAt_idx" ON "Occurrence"("coalitionId", "state", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Occurrence_conversationId_number_key" ON "Occurrence"("conversationId", "number");

-- CreateIndex
CREATE INDEX "Rsvp_occurrenceId_answer_seat_answeredAt_idx" ON "Rsvp"("occurrenceId", "answer", "seat", "answeredAt");

-- CreateIndex
CREATE INDEX "Rsvp_memberId_answer_idx" ON "Rsvp"("memberId", "answer");

-- CreateIndex
CREATE UNIQUE INDEX "Rsvp_occurrenceId_memberId_key" ON "Rsvp"("occurrenceId", "memberId");

-- CreateIndex
CREATE INDEX "StandingAnswer_memberId_idx" ON "StandingAnswer"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "StandingAnswer_conversationId_memberId_key" ON "StandingAnswer"("conversationId", "memberId");

-- CreateIndex
CREATE INDEX "AgendaItem_conversationId_occurrenceId_position_idx" ON "AgendaItem"("conversationId", "occurrenceId", "position");

-- CreateIndex
CREATE INDEX "Decision_occurrenceId_position_idx" ON "Decision"("occurrenceId", "position");

-- CreateIndex
CREATE INDEX "Decision_coalitionId_createdAt_idx" ON "Decision"("coalitionId", "createdAt");

-- CreateIndex
CREATE INDEX "Attendance_memberId_idx" ON "Attendance"("memberId");

-- CreateIndex
CREATE INDEX "Attendance_notedById_idx" ON "Attendance"("notedById");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_occurrenceId_memberId_key" ON "Attendance"("occurrenceId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "CoalitionCalendar_token_key" ON "CoalitionCalendar"("token");

-- CreateIndex
CREATE INDEX "CoalitionCalendar_coalitionId_idx" ON "CoalitionCalendar"("coalitionId");

-- CreateIndex
CREATE UNIQUE INDEX "PersonCalendar_token_key" ON "PersonCalendar"("token");

-- CreateIndex
CREATE INDEX "PersonCalendar_personId_idx" ON "PersonCalendar"("personId");

-- CreateIndex
CREATE INDEX "Task_occurrenceId_idx" ON "Task"("occurrenceId");

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_facilitatorId_fkey" FOREIGN KEY ("facilitatorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Conversation" ADD CONSTRAINT "Conversation_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rsvp" ADD CONSTRAINT "Rsvp_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rsvp" ADD CONSTRAINT "Rsvp_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rsvp" ADD CONSTRAINT "Rsvp_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rsvp" ADD CONSTRAINT "Rsvp_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingAnswer" ADD CONSTRAINT "StandingAnswer_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingAnswer" ADD CONSTRAINT "StandingAnswer_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingAnswer" ADD CONSTRAINT "StandingAnswer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandingAnswer" ADD CONSTRAINT "StandingAnswer_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_notedById_fkey" FOREIGN KEY ("notedById") REFERENCES "Member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CoalitionCalendar" ADD CONSTRAINT "CoalitionCalendar_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonCalendar" ADD CONSTRAINT "PersonCalendar_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
