/** The joint review: rounds, opinions, objections and their solutions. Start with {@code Rounds}. */
package dev.kontor.review.joint;
