package dev.kontor.api.paper;

import dev.kontor.api.page.Block;
import dev.kontor.api.text.Text;
import java.util.List;

/**
 * A paper as data.
 *
 * @param name of the file, without its ending: {@code delivery-note-SO-2026-000123-1}
 * @param title above everything, and the document's title
 * @param number of the paper, said under the title; may be empty
 * @param blocks {@link Block.Facts}, {@link Block.Table}, {@link Block.Note}, {@link Block.Section}, {@link Block.Steps} and
 *     {@link Block.Timeline}; links are printed as their words, others are left out
 * @param signatures who signs, one field for signature, seal and day each; none for a paper nobody signs
 */
public record Paper(String name, Text title, String number, List<Block> blocks, List<Text> signatures) {

    public Paper {
        blocks = List.copyOf(blocks);
        signatures = List.copyOf(signatures);
    }
}
