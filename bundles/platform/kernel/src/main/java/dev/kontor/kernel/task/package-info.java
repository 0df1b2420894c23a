/** Open tasks and those that are done. No method here takes or returns {@code null}. */
package dev.kontor.kernel.task;
