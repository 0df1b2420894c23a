package dev.kontor.archive.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kontor.api.journal.Entry;
import dev.kontor.api.journal.Journals;
import dev.kontor.api.order.OrderNumber;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.api.text.Texts;
import dev.kontor.archive.book.Item;
import dev.kontor.archive.book.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The files of a package beside the documents: manifest, catalogue and the order's journal, readable without the platform. */
@Component(service = VolumeContents.class)
public final class VolumeContents {

    private static final int PART = 200;
    private static final List<String> CATALOGUE_HEAD = List.of(
            "件号 No.", "单据种类 Kind", "文件名 Name", "签署人 Signed by", "日期 Date", "页数 Pages", "字节 Bytes", "SHA-256",
            "保管至 Kept until", "销毁日期 Destroyed on");
    private static final List<String> JOURNAL_HEAD =
            List.of("序号 No.", "时间 At", "操作人 By", "种类 Kind", "内容", "What", "变更 Changes", "哈希 Hash");

    private final Journals journals;
    private final Texts texts;

    @Activate
    public VolumeContents(@Reference Journals journals, @Reference Texts texts) {
        this.journals = journals;
        this.texts = texts;
    }

    /** The name of an item's content in the package. */
    static String path(Item item) {
        return "documents/%03d-%s".formatted(item.position(), item.name().replaceAll("[\\r\\n/\\\\]", "_"));
    }

    /** The package's entries: the manifest first, which names the digest of every other. */
    Map<String, byte[]> of(Volume volume, List<Item> items, Map<String, byte[]> documents, Person packer, Instant at) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("catalogue.csv", catalogue(items));
        files.put("journal.csv", journal(volume.order(), packer));
        files.putAll(documents);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(SignedZip.MANIFEST, manifest(volume, files, packer, at));
        entries.putAll(files);
        return entries;
    }

    private static byte[] manifest(Volume volume, Map<String, byte[]> files, Person packer, Instant at) {
        StringBuilder lines = new StringBuilder("kontor-archive 1\ncode %s\norder %s\ncontract %s\ncustomer %s %s\nfiled %s %s\npacked %s %s\n"
                .formatted(volume.code(), volume.order(), plain(volume.contract()), volume.customer(), plain(volume.customerName()),
                        volume.filedAt(), volume.filedBy(), at, packer.id()));
        files.forEach((name, content) ->
                lines.append("file %s %d %s\n".formatted(Signing.digest(content), content.length, name)));
        return lines.toString().getBytes(UTF_8);
    }

    private static String plain(String words) {
        return words.replaceAll("\\R", " ");
    }

    private byte[] catalogue(List<Item> items) {
        Csv csv = new Csv().row(CATALOGUE_HEAD);
        items.forEach(item -> csv.row(List.of(
                String.valueOf(item.position()),
                texts.say(Text.of("document." + item.kind()), Locale.SIMPLIFIED_CHINESE),
                item.name(),
                item.signedBy().value(),
                item.signedAt().toString(),
                item.pages() == 0 ? "" : String.valueOf(item.pages()),
                String.valueOf(item.size()),
                item.digest(),
                item.keptUntil().map(Object::toString).orElse("永久 for ever"),
                item.destroyedOn().map(Object::toString).orElse(""))));
        return csv.bytes();
    }

    /** Oldest first. */
    private byte[] journal(OrderNumber order, Person reader) {
        Csv csv = new Csv().row(JOURNAL_HEAD);
        entries(order, reader).forEach(entry -> csv.row(List.of(
                String.valueOf(entry.sequence()),
                entry.at().toString(),
                entry.by().value(),
                entry.kind(),
                texts.say(entry.what(), Locale.SIMPLIFIED_CHINESE),
                texts.say(entry.what(), Locale.ENGLISH),
                String.join("; ", entry.changes().stream()
                        .map(change -> change.field() + ": " + change.before() + " → " + change.after())
                        .toList()),
                entry.hash())));
        return csv.bytes();
    }

    private List<Entry> entries(OrderNumber order, Person reader) {
        List<Entry> all = new ArrayList<>();
        List<Entry> part = journals.of(order, Long.MAX_VALUE, PART, reader);
        while (!part.isEmpty()) {
            all.addAll(part);
            part = journals.of(order, part.get(part.size() - 1).sequence(), PART, reader);
        }
        Collections.reverse(all);
        return all;
    }
}
