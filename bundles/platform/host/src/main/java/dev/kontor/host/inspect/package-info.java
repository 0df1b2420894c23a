/** What a jar is and what it would do, found without running any of it. Knows Java and ASM alone, so that it works offline too. */
package dev.kontor.host.inspect;
