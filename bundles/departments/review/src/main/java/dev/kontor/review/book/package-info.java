/** What the review department keeps: preliminary reviews, issues, rounds, opinions and solutions. */
package dev.kontor.review.book;
