package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Desk;
import dev.kontor.api.desk.Request;
import dev.kontor.api.form.Values;
import dev.kontor.api.journal.Change;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.engine.parcel.ParcelKey;
import dev.kontor.engine.parcel.RuleParcel;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes an export into the company journal before its first byte leaves; makes the key that signs it when there is none. */
public final class NoteExport extends RuleCommands {

    static final String NAME = "rules/note-export";

    private final RuleOffice office;
    private final ParcelKey key;

    public NoteExport(RuleOffice office, ParcelKey key) {
        super("note-export", true);
        this.office = office;
        this.key = key;
    }

    /** The version as a signed parcel, noted under that person's name. */
    static byte[] export(Desk desk, VersionShelf shelf, ParcelKey key, java.time.Instant now, Person by, String set, String digest) {
        desk.submit(new Request(by, NAME, Optional.empty(), Optional.empty(), -1,
                new Values(Map.of("set", set, "digest", digest, "reason", "-")), ""));
        return desk.read(() -> {
            KeptVersion kept = shelf.find(set, digest).orElseThrow();
            return RuleParcel.pack(kept.version(), by.id().value(), now, kept.ruleSet(), key.own(now));
        });
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        KeptVersion kept = office.find(values.text("set"), values.text("digest"));
        KeyPair pair = key.own(company.now());
        String signer = RuleParcel.fingerprint(pair.getPublic());
        company.note("rules.exported", Text.of("engine.journal-exported", kept.set(), kept.number(), kept.version().shortDigest(), signer),
                List.of(new Change("digest", "", kept.digest())));
        return Answer.of(Text.of("engine.said-exported", kept.set(), signer));
    }
}
