package dev.kontor.samples.licenceadapter;

import java.time.LocalDate;

/** @param paper the PDF that says so */
record Licence(String number, LocalDate validUntil, byte[] paper) {}
