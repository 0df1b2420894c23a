package dev.kontor.console.web;

import java.io.IOException;

/** Answers requests below one path, for somebody who is signed in. */
interface Handler {

    void handle(Exchange exchange) throws IOException;
}
