package dev.kontor.console.draw;

import dev.kontor.api.page.Block;
import dev.kontor.console.form.FormSheet;
import dev.kontor.console.web.Ui;
import java.util.Optional;
import java.util.function.Function;

/**
 * What blocks are drawn with.
 *
 * @param forms the form of a command, empty when it is not offered to this reader now
 */
public record Sheet(Ui ui, Function<Block.Ask, Optional<FormSheet>> forms) {}
