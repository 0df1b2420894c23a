package dev.kontor.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** P12: bytes over the wire for the first view and for the next, with gzip, and whether another host is named. */
final class Pages {

    private static final Pattern ASSET = Pattern.compile("(?:<link[^>]*href|<script[^>]*src|<img[^>]*src)=\"([^\"]+)\"");
    private static final Pattern FOREIGN = Pattern.compile("(?:src|href)=\"(https?:)?//[^\"]+\"");

    private final Set<String> seen = new LinkedHashSet<>();
    private final Visitor visitor;
    private long bytes;
    private boolean foreign;

    private Pages(Instance instance) {
        this.visitor = new Visitor(instance);
    }

    static Map<String, Object> measure(Path distribution) throws Exception {
        try (Instance instance = new Instance(distribution, Instance.folder())) {
            instance.untilReady();
            return new Pages(instance).measure();
        }
    }

    private Map<String, Object> measure() throws IOException, InterruptedException {
        Map<String, Object> line = new LinkedHashMap<>();
        String signIn = view("/sign-in");
        line.put("sign_in_first_bytes", taken());
        visitor.signIn("lina", signIn);
        bytes = 0;
        view("/worklist");
        line.put("worklist_first_bytes", taken());
        view("/worklist");
        line.put("worklist_again_bytes", taken());
        view("/orders");
        line.put("orders_bytes", taken());
        line.put("assets", seen.size());
        line.put("names_another_host", foreign);
        return line;
    }

    private long taken() {
        long now = bytes;
        bytes = 0;
        return now;
    }

    /** The page and each asset not fetched before, as a browser with a cache does. */
    private String view(String path) throws IOException, InterruptedException {
        String page = fetch(path);
        foreign |= FOREIGN.matcher(page).find();
        Matcher assets = ASSET.matcher(page);
        while (assets.find()) {
            String asset = assets.group(1).replaceAll("#.*", "");
            if (asset.startsWith("/") && seen.add(asset)) {
                fetch(asset);
            }
        }
        return page;
    }

    private String fetch(String path) throws IOException, InterruptedException {
        Visitor.Fetched fetched = visitor.fetch(path);
        bytes += fetched.bytes();
        return fetched.text();
    }
}
