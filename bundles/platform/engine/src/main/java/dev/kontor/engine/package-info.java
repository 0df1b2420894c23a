/** Rule sets: check, compile, try, activate, evaluate. */
package dev.kontor.engine;
