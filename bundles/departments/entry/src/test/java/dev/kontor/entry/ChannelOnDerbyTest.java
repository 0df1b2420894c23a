package dev.kontor.entry;

import dev.kontor.store.StoreHarness;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Regulation 3.1: orders and needs by channel, on Derby")
final class ChannelOnDerbyTest extends ChannelCases {

    ChannelOnDerbyTest() {
        super(StoreHarness.derby());
    }
}
