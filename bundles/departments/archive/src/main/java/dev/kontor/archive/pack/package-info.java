/** A volume as one signed file that proves itself without the platform. No method here takes or returns {@code null}. */
package dev.kontor.archive.pack;
