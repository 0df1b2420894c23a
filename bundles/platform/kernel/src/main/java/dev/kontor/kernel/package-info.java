/** Order files, milestones, tasks, deadlines, documents, people, journal. */
package dev.kontor.kernel;
