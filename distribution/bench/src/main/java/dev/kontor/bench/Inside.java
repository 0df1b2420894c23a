package dev.kontor.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java machine holds after a full collection, as jcmd tells it. */
record Inside(double heapMegabytes, double metaspaceMegabytes, long classes, long ruleLoaders, long ruleBases, long bundleLoaders) {

    private static final String LOADER = "dev.kontor.engine.run.LinkedSet$RuleLoader";
    private static final String BUNDLE_LOADER = "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";
    private static final String RULE_BASE = "dev.kontor.engine.run.LinkedSet";

    /** Two collections: what the first one ended may have held something else. */
    static Inside of(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        String histogram = jcmd(pid, "GC.class_histogram");
        String heap = jcmd(pid, "GC.heap_info");
        String loaders = jcmd(pid, "VM.classloader_stats");
        return new Inside(
                number(histogram, "(?m)^Total +\\d+ +(\\d+)") / 1e6,
                number(heap, "Metaspace +used (\\d+)K") / 1024.0,
                number(loaders, "(?m)^Total = \\d+ +(\\d+)"),
                instances(histogram, LOADER), instances(histogram, RULE_BASE), instances(histogram, BUNDLE_LOADER));
    }

    /** Whether threads wait for each other, as the machine itself finds. */
    static boolean deadlocks(long pid) throws IOException, InterruptedException {
        return jcmd(pid, "Thread.print").contains("Java-level deadlock");
    }

    Map<String, Object> line() {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("heap_mb", Figures.round(heapMegabytes));
        line.put("metaspace_mb", Figures.round(metaspaceMegabytes));
        line.put("classes", classes);
        line.put("rule_loaders", ruleLoaders);
        line.put("rule_bases", ruleBases);
        line.put("bundle_loaders", bundleLoaders);
        return line;
    }

    private static long instances(String histogram, String name) {
        Matcher found = Pattern.compile("(?m)^ *\\d+: +(\\d+) +\\d+ +" + Pattern.quote(name) + "(?: |$)").matcher(histogram);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private static long number(String words, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(words);
        if (!found.find()) {
            throw new IOException("Not found in what jcmd says: " + pattern);
        }
        return Long.parseLong(found.group(1));
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), "" + pid, command)
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return words;
    }
}
