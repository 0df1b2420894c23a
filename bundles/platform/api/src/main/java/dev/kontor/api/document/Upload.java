package dev.kontor.api.document;

/**
 * A file that came with a request, already stored under its digest but not yet filed with anything.
 *
 * @param name as the sender called it, without any folder
 * @param type media type found from the content
 * @param size in bytes; at most 25 MB when somebody sent it
 * @param digest SHA-256 of the content, lower-case hex
 */
public record Upload(String name, String type, long size, String digest) {}
