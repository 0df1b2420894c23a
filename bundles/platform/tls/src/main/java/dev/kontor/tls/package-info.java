/** HTTPS: the certificate, and the connector that Jetty gets with it. No method takes or returns {@code null}. */
package dev.kontor.tls;
