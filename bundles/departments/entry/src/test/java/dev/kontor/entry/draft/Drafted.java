package dev.kontor.entry.draft;

import java.util.Map;
import java.util.TreeMap;

/** A complete draft, to be spoilt by tests. */
public final class Drafted {

    private Drafted() {}

    public static TreeMap<String, String> complete() {
        return new TreeMap<>(Map.ofEntries(
                Map.entry("contract-number", "HT-2026-001"),
                Map.entry("contract-kind", "sale"),
                Map.entry("signed-on", "2026-03-02"),
                Map.entry("customer", "C-00042"),
                Map.entry("customer-name", "宁波海天"),
                Map.entry("contact-name", "王强"),
                Map.entry("contact-phone", "0574-86188888"),
                Map.entry("channel", "fair"),
                Map.entry("currency", "CNY"),
                Map.entry("contract-document", "doc-1"),
                Map.entry("lines[0].model", "VMC-850"),
                Map.entry("lines[0].name", "立式加工中心"),
                Map.entry("lines[0].quantity", "3"),
                Map.entry("lines[0].unit", "台"),
                Map.entry("lines[0].price", "333333.33"),
                Map.entry("lines[0].tax", "13"),
                Map.entry("payment[0].kind", "advance"),
                Map.entry("payment[0].percent", "30"),
                Map.entry("payment[0].due-event", "contract-in-force"),
                Map.entry("payment[0].means", "transfer"),
                Map.entry("payment[1].kind", "retention"),
                Map.entry("payment[1].percent", "70"),
                Map.entry("payment[1].due-event", "acceptance"),
                Map.entry("payment[1].due-months", "12"),
                Map.entry("payment[1].means", "transfer"),
                Map.entry("delivery-date", "2026-09-30"),
                Map.entry("delivery-place", "宁波"),
                Map.entry("terms[0].kind", "breach"),
                Map.entry("terms[0].number", "8.1"),
                Map.entry("terms[0].words", "逾期交货每日 0.5‰")));
    }
}
