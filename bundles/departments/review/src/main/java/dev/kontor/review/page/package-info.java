/** What the review department shows: a part of the order's page, and the open rounds. */
package dev.kontor.review.page;
