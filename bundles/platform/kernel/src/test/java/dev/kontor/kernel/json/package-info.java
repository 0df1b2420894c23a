/** Tests of canonical JSON. */
package dev.kontor.kernel.json;
