/** Order files on their way to departments. */
package dev.kontor.kernel.arrival;
