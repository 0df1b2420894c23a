/** Whether the platform is ready to serve, and who is told. */
package dev.kontor.console.health;
