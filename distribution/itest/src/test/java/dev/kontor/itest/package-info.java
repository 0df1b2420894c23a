/** Tests of the assembled thing: the features in Pax Exam, the unpacked archive by bin/kontor, its pages in a browser. */
package dev.kontor.itest;
