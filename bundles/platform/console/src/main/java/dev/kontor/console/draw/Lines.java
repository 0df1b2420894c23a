package dev.kontor.console.draw;

import java.util.ArrayList;
import java.util.List;

/** Two texts line by line, as a reader compares them. */
public final class Lines {

    /** @param sign {@code same}, {@code gone} or {@code new}; numbers from 1, 0 where the line is not in that text */
    public record Line(String sign, int before, int after, String words) {}

    /** Beyond that many cells the middle is shown as gone and new instead of being compared. */
    private static final long MOST_CELLS = 4_000_000;

    private Lines() {}

    public static List<String> of(String text) {
        return text.isEmpty() ? List.of() : text.lines().toList();
    }

    public static List<Line> difference(String before, String after) {
        List<String> old = of(before);
        List<String> young = of(after);
        List<Line> lines = new ArrayList<>();
        int head = 0;
        while (head < old.size() && head < young.size() && old.get(head).equals(young.get(head))) {
            lines.add(new Line("same", head + 1, head + 1, old.get(head)));
            head++;
        }
        int[][] common = common(old, young, head);
        int i = head;
        int j = head;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && common.length > 0 && old.get(i).equals(young.get(j))) {
                lines.add(new Line("same", i + 1, j + 1, old.get(i++)));
                j++;
            } else if (i < old.size() && (j == young.size() || gone(common, i - head, j - head))) {
                lines.add(new Line("gone", i + 1, 0, old.get(i++)));
            } else {
                lines.add(new Line("new", 0, j + 1, young.get(j++)));
            }
        }
        return lines;
    }

    private static boolean gone(int[][] common, int i, int j) {
        return common.length == 0 || common[i + 1][j] >= common[i][j + 1];
    }

    /** The lengths of the longest common parts from each place to the end. */
    private static int[][] common(List<String> old, List<String> young, int from) {
        int rows = old.size() - from;
        int columns = young.size() - from;
        if ((long) rows * columns > MOST_CELLS) {
            return new int[0][];
        }
        int[][] length = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                length[i][j] = old.get(from + i).equals(young.get(from + j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }
}
