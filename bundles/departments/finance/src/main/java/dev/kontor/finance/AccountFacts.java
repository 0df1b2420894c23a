package dev.kontor.finance;

import dev.kontor.api.order.Money;
import dev.kontor.api.page.Block;
import dev.kontor.api.page.Cell;
import dev.kontor.api.page.Cell.Tone;
import dev.kontor.api.text.Text;
import dev.kontor.finance.facts.CreditAccount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A credit account in figures, wherever it is shown. */
final class AccountFacts {

    private AccountFacts() {}

    /** Limit, used and free; what is free without a limit is for the rules to say and not shown. */
    static List<Block.Fact> of(CreditAccount account, Optional<CreditLimit> limit) {
        List<Block.Fact> facts = new ArrayList<>();
        limit.ifPresent(row -> facts.add(amount("limit", account.limit(), account)));
        facts.add(amount("exposure", account.exposure(), account));
        limit.ifPresent(row -> {
            facts.add(amount("headroom", account.headroom(), account));
            facts.add(new Block.Fact(Text.of("finance.expires"), new Cell.Day(row.expiresOn())));
        });
        facts.add(new Block.Fact(Text.of("finance.state"), state(account)));
        if (account.otherCurrency()) {
            facts.add(new Block.Fact(
                    Text.of("finance.other-orders"),
                    new Cell.Badge(Tone.WARNING, Text.of("finance.other-not-counted", account.currency()))));
        }
        limit.ifPresent(row -> facts.add(new Block.Fact(Text.of("finance.reason"), Cell.plain(row.reason()))));
        return facts;
    }

    static Cell state(CreditAccount account) {
        if (!account.approved()) {
            return new Cell.Badge(Tone.NEUTRAL, Text.of("finance.state-none"));
        }
        if (account.expired()) {
            return new Cell.Badge(Tone.BAD, Text.of("finance.state-expired"));
        }
        return account.headroom().signum() < 0
                ? new Cell.Badge(Tone.BAD, Text.of("finance.state-exceeded"))
                : new Cell.Badge(Tone.GOOD, Text.of("finance.state-within"));
    }

    private static Block.Fact amount(String name, BigDecimal amount, CreditAccount account) {
        return new Block.Fact(Text.of("finance." + name), new Cell.Amount(new Money(amount, account.currency())));
    }
}
