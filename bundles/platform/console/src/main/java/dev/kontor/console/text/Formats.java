package dev.kontor.console.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How values look to a reader. Days and moments look the same in both languages: ISO 8601, in the company's zone. */
public record Formats(Locale language, ZoneId zone) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    public boolean chinese() {
        return language.getLanguage().equals("zh");
    }

    /** {@code 2,098,000.00}. */
    public String amount(BigDecimal amount) {
        return decimal("#,##0.00").format(amount);
    }

    public String number(BigDecimal number) {
        return decimal("#,##0.######").format(number);
    }

    public String day(LocalDate day) {
        return day.toString();
    }

    public String moment(Instant at) {
        return MOMENT.withZone(zone).format(at);
    }

    public String second(Instant at) {
        return SECOND.withZone(zone).format(at);
    }

    private static DecimalFormat decimal(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    }
}
