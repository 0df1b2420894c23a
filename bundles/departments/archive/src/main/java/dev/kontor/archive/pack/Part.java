package dev.kontor.archive.pack;

import dev.kontor.api.document.Documents;

/**
 * One file of a package.
 *
 * @param digest SHA-256 of what the content writes, lower-case hex
 * @param size of it, in bytes
 */
record Part(String name, String digest, long size, Documents.Writing content) {

    static Part of(String name, byte[] content) {
        return new Part(name, Signing.digest(content), content.length, out -> out.write(content));
    }
}
