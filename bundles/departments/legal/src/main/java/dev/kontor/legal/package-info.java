/** Legal's opinion in the joint review. */
package dev.kontor.legal;
