/** What happened, on its way to those who want to know. */
package dev.kontor.kernel.outbox;
