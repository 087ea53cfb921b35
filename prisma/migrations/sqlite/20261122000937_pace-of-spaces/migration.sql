-- DropIndex
DROP INDEX "Delivery_spaceId_status_idx";

-- CreateIndex
CREATE INDEX "Delivery_spaceId_status_settledAt_idx" ON "Delivery"("spaceId", "status", "settledAt");
