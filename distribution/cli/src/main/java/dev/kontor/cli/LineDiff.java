package dev.kontor.cli;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line: {@code -} for a line that went, {@code +} for one that came. */
final class LineDiff {

    /** Beyond it the whole stretch is told as changed. */
    private static final long MOST_PAIRS = 4_000_000;

    /** A stretch of changed lines. @param line its first, from 1, in the later text */
    record Hunk(int line, List<String> lines) {}

    private final List<String> before;
    private final List<String> after;
    private final List<Hunk> hunks = new ArrayList<>();
    private List<String> open = new ArrayList<>();
    private int began;

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    static List<Hunk> of(String before, String after) {
        LineDiff diff = new LineDiff(before.lines().toList(), after.lines().toList());
        diff.compare();
        return diff.hunks;
    }

    private void compare() {
        int[][] common = common();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                close();
                i++;
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                note("- " + before.get(i++), j + 1);
            } else {
                note("+ " + after.get(j++), j);
            }
        }
        close();
    }

    private void note(String line, int at) {
        if (open.isEmpty()) {
            began = at;
        }
        open.add(line);
    }

    private void close() {
        if (!open.isEmpty()) {
            hunks.add(new Hunk(began, List.copyOf(open)));
            open = new ArrayList<>();
        }
    }

    /** How many lines are common from each pair of places on; nothing where it would take too much. */
    private int[][] common() {
        boolean small = (long) (before.size() + 1) * (after.size() + 1) <= MOST_PAIRS;
        int[][] common = new int[before.size() + 1][small ? after.size() + 1 : 0];
        if (!small) {
            int[] none = new int[after.size() + 1];
            java.util.Arrays.fill(common, none);
            return common;
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
