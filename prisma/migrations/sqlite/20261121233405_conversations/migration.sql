-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "state" TEXT NOT NULL DEFAULT 'planned',
    "authorId" TEXT NOT NULL,
    "facilitatorId" TEXT NOT NULL,
    "spaceId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Conversation_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Conversation_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Conversation_facilitatorId_fkey" FOREIGN KEY ("facilitatorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Conversation_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "coalitionId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "plannedWall" TEXT NOT NULL,
    "wall" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "cancelReason" TEXT,
    "notes" TEXT,
    "guests" INTEGER NOT NULL DEFAULT 0,
    "closedAt" DATETIME,
    "version" INTEGER NOT NULL DEFAULT 1,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changedAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Occurrence_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Occurrence_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Rsvp" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "coalitionId" TEXT NOT NULL,
    "occurrenceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "seat" TEXT,
    "answeredAt" DATETIME NOT NULL,
    "offeredUntil" DATETIME,
    "spaceId" TEXT NOT NULL,
    CONSTRAINT "Rsvp_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Rsvp_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Rsvp_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Rsvp_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StandingAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "coalitionId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "answeredAt" DATETIME NOT NULL,
    "spaceId" TEXT NOT NULL,
    CONSTRAINT "StandingAnswer_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StandingAnswer_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StandingAnswer_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StandingAnswer_spaceId_fkey" FOREIGN KEY ("spaceId") REFERENCES "Space" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "coalitionId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "occurrenceId" TEXT,
    "text" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "AgendaItem_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AgendaItem_conversationId_fkey" FOREIGN KEY ("conversationId") REFERENCES "Conversation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AgendaItem_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "AgendaItem_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "coalitionId" TEXT NOT NULL,
    "occurrenceId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Decision_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Decision_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "coalitionId" TEXT NOT NULL,
    "occurrenceId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "came" BOOLEAN NOT NULL,
    "worth" BOOLEAN,
    "notedById" TEXT NOT NULL,
    "notedAt" DATETIME NOT NULL,
    CONSTRAINT "Attendance_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attendance_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attendance_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attendance_notedById_fkey" FOREIGN KEY ("notedById") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CoalitionCalendar" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "coalitionId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "CoalitionCalendar_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PersonCalendar" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "PersonCalendar_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "coalitionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "notes" TEXT,
    "status" TEXT NOT NULL DEFAULT 'open',
    "authorId" TEXT NOT NULL,
    "ownerId" TEXT,
    "goalId" TEXT,
    "dueWall" TEXT,
    "dueZone" TEXT,
    "dueAt" DATETIME,
    "repeatRule" TEXT,
    "repeatWall" TEXT,
    "finishedAt" DATETIME,
    "finisherId" TEXT,
    "occurrenceId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Task_coalitionId_fkey" FOREIGN KEY ("coalitionId") REFERENCES "Coalition" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Task_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Member" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Task_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Task_goalId_fkey" FOREIGN KEY ("goalId") REFERENCES "Goal" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Task_finisherId_fkey" FOREIGN KEY ("finisherId") REFERENCES "Member" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Task_occurrenceId_fkey" FOREIGN KEY ("occurrenceId") REFERENCES "Occurrence" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Task" ("authorId", "coalitionId", "createdAt", "dueAt", "dueWall", "dueZone", "finishedAt", "finisherId", "goalId", "id", "notes", "number", "ownerId", "repeatRule", "repeatWall", "status", "title", "version") SELECT "authorId", "coalitionId", "createdAt", "dueAt", "dueWall", "dueZone", "finishedAt", "finisherId", "goalId", "id", "notes", "number", "ownerId", "repeatRule", "repeatWall", "status", "title", "version" FROM "Task";
DROP TABLE "Task";
ALTER TABLE "new_Task" RENAME TO "Task";
CREATE INDEX "Task_coalitionId_status_dueAt_idx" ON "Task"("coalitionId", "status", "dueAt");
CREATE INDEX "Task_ownerId_status_idx" ON "Task"("ownerId", "status");
CREATE INDEX "Task_occurrenceId_idx" ON "Task"("occurrenceId");
CREATE UNIQUE INDEX "Task_coalitionId_number_key" ON "Task"("coalitionId", "number");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

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
