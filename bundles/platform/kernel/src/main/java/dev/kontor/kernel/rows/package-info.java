/** Plain SQL over the kernel's unit. */
package dev.kontor.kernel.rows;
