-- DropIndex
DROP INDEX "Delivery_recipientId_status_dueAt_idx";

-- DropIndex
DROP INDEX "Delivery_coalitionId_subjectId_idx";

-- DropIndex
DROP INDEX "Delivery_coalitionId_letter_subjectId_idx";

-- DropIndex
DROP INDEX "Delivery_digestId_idx";

-- DropIndex
DROP INDEX "Delivery_status_leasedUntil_idx";

-- DropIndex
DROP INDEX "Delivery_key_key";

-- CreateIndex
CREATE INDEX "Delivery_leasedUntil_idx" ON "Delivery"("leasedUntil") WHERE "leasedUntil" IS NOT NULL;

-- CreateIndex
CREATE INDEX "Delivery_digestId_idx" ON "Delivery"("digestId") WHERE "digestId" IS NOT NULL;

-- CreateIndex
CREATE INDEX "Delivery_coalitionId_subjectId_letter_idx" ON "Delivery"("coalitionId", "subjectId", "letter");

-- CreateIndex
CREATE INDEX "Delivery_recipientId_status_dueAt_idx" ON "Delivery"("recipientId", "status", "dueAt") WHERE "recipientId" IS NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_key_key" ON "Delivery"("key") WHERE "key" IS NOT NULL;
