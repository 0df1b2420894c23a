package dev.kontor.engine.set;

import dev.kontor.api.rule.Parameter;
import dev.kontor.api.text.Text;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parameter's value as people type and read it. */
public final class UnitValue {

    private static final Pattern TYPED = Pattern.compile("([^\\d+.-]*)([+-]?\\d[\\d,]*(?:\\.\\d+)?)(.*)");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Set<String> WHOLE = Set.of("WD", "days", "months", "points", "count");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** How people write the units beside the way in which the file does. */
    private static final Map<String, Set<String>> SPELT = Map.of(
            "CNY", Set.of("rmb", "¥", "元", "人民币"),
            "USD", Set.of("$", "us$", "美元"),
            "EUR", Set.of("€", "欧元"),
            "WD", Set.of("workingday", "workingdays", "工作日", "个工作日"),
            "%", Set.of("percent"),
            "days", Set.of("day", "天", "日"),
            "months", Set.of("month", "个月", "月"),
            "points", Set.of("point", "分"),
            "count", Set.of("个", "次", "笔", "期"));

    private UnitValue() {}

    /** The value with its unit. */
    public static Text words(BigDecimal value, String unit) {
        return Text.of("engine.amount-" + key(unit), value);
    }

    public static Text unit(String unit) {
        return Text.of("engine.unit-" + key(unit));
    }

    /** As {@link #read} understands it, its thousands grouped. */
    public static String written(BigDecimal value) {
        return new DecimalFormat("#,##0.############", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    private static String key(String unit) {
        return unit.equals("%") ? "percent" : unit.toLowerCase(Locale.ROOT);
    }

    /**
     * The number that was typed, grouped or not, with or without its unit.
     *
     * @param wrong is told in words why it cannot be
     */
    public static Optional<BigDecimal> read(String typed, String unit, Consumer<Text> wrong) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).replace('\u2212', '-').replaceAll("\\s", "");
        Matcher parts = TYPED.matcher(plain);
        if (!parts.matches() || parts.group(2).contains(",") && !GROUPED.matcher(parts.group(2)).matches()) {
            wrong.accept(Text.of("engine.value-number", typed));
            return Optional.empty();
        }
        String named = parts.group(1) + parts.group(3);
        if (!named.isEmpty() && !named.equalsIgnoreCase(unit) && !SPELT.getOrDefault(unit, Set.of()).contains(named.toLowerCase(Locale.ROOT))) {
            wrong.accept(Text.of("engine.value-unit", unit(unit), typed));
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(parts.group(2).replace(",", ""));
        Optional<Text> unfit = unfit(value, unit);
        unfit.ifPresent(wrong);
        return unfit.isPresent() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<Text> unfit(BigDecimal value, String unit) {
        if (value.signum() < 0) {
            return Optional.of(Text.of("engine.value-negative"));
        }
        if (WHOLE.contains(unit) && value.stripTrailingZeros().scale() > 0) {
            return Optional.of(Text.of("engine.value-whole", unit(unit)));
        }
        if (unit.equals("%") && value.compareTo(HUNDRED) > 0) {
            return Optional.of(Text.of("engine.value-share"));
        }
        return ParameterTable.fits(value) ? Optional.empty() : Optional.of(Text.of("engine.value-size"));
    }

    /** Two lines that say the same: the number counts and not how it is written. */
    public static boolean same(Parameter one, Parameter other) {
        return one.value().compareTo(other.value()) == 0 && one.unit().equals(other.unit()) && one.clause().equals(other.clause());
    }
}
