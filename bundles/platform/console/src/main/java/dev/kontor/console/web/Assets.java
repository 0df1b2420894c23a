package dev.kontor.console.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The console's style sheet, scripts and icons, compressed once. The digest of all stands in their address. */
@Component(service = Assets.class)
public final class Assets {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");
    private static final List<String> NAMES = List.of(
            "console.css", "console.js", "htmx.min.js", "sse.min.js", "icons.svg", "logo.svg");

    /** @param gzip empty when compressing gains nothing */
    public record Asset(String type, byte[] plain, byte[] gzip) {}

    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final Set<String> icons;
    private final String digest;

    @Activate
    public Assets() {
        NAMES.forEach(name -> assets.put(name, read(name)));
        digest = digest();
        icons = icons(new String(assets.get("icons.svg").plain(), StandardCharsets.UTF_8));
    }

    /** The address of an asset, for ever the same content. */
    public String address(String name) {
        return "/assets/" + digest + "/" + name;
    }

    /** @param path behind {@code /assets/} */
    public Optional<Asset> at(String path) {
        return path.startsWith(digest + "/")
                ? Optional.ofNullable(assets.get(path.substring(digest.length() + 1)))
                : Optional.empty();
    }

    /** An icon that the sprite has: the one asked for, or a plain point. */
    public String icon(String name) {
        return icons.contains(name) ? name : "point";
    }

    private static Asset read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream("/assets/" + name)) {
            byte[] plain = file.readAllBytes();
            return new Asset(TYPES.get(name.substring(name.lastIndexOf('.') + 1)), plain, gzip(plain));
        } catch (IOException broken) {
            throw new UncheckedIOException("The console's asset " + name + " cannot be read.", broken);
        }
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(small) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(plain);
        }
        return small.size() < plain.length ? small.toByteArray() : new byte[0];
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            assets.values().forEach(asset -> sha.update(asset.plain()));
            return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Set<String> icons(String sprite) {
        Matcher matcher = Pattern.compile("<symbol id=\"([a-z0-9-]+)\"").matcher(sprite);
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toUnmodifiableSet());
    }
}
