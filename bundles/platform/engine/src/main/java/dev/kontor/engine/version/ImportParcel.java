package dev.kontor.engine.version;

import dev.kontor.api.desk.Answer;
import dev.kontor.api.desk.CompanyFile;
import dev.kontor.api.desk.Refused;
import dev.kontor.api.document.Documents;
import dev.kontor.api.document.Upload;
import dev.kontor.api.form.Field;
import dev.kontor.api.form.Form;
import dev.kontor.api.form.Values;
import dev.kontor.api.people.Person;
import dev.kontor.api.text.Text;
import dev.kontor.engine.parcel.RuleParcel;
import dev.kontor.engine.parcel.Spoiled;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Somebody brings in what another platform exported: its signer has to be trusted, and then it is a proposal like any other. */
public final class ImportParcel extends RuleCommands {

    private final RuleOffice office;
    private final PolicyOffice policies;
    private final Supplier<Documents> documents;

    public ImportParcel(RuleOffice office, PolicyOffice policies, Supplier<Documents> documents) {
        super("import", false);
        this.office = office;
        this.policies = policies;
        this.documents = documents;
    }

    @Override
    public Form form(Person person, String subject) {
        return Form.of(title(), Field.file("file", Text.of("engine.field-parcel")).withHint(Text.of("engine.hint-parcel")),
                Field.longText("reason", Text.of("engine.field-reason")));
    }

    @Override
    public Values initial(Person person, String subject) {
        return Values.NONE;
    }

    @Override
    public Answer run(CompanyFile company, Values values) {
        RuleParcel parcel = opened(values.upload("file").orElseThrow());
        if (policies.isStrict(TrustSigner.subject(parcel.signer()), true)) {
            throw Refused.at("file", Text.of("engine.signer-unknown", parcel.signer()));
        }
        String set = parcel.version().set();
        office.mustBeNew(set, parcel.version().digest());
        String origin = "#%d, %s, %s, %s".formatted(parcel.version().number(), parcel.by(), parcel.at(), parcel.signer().substring(0, 16));
        return said(office.take(company, office.check(parcel.files()), Optional.of(company.actor().id()), values.text("reason"), origin,
                RuleOffice.Then.WAIT), set);
    }

    private RuleParcel opened(Upload upload) {
        try (InputStream content = documents.get().open(upload)) {
            return RuleParcel.open(content.readNBytes(2 * RuleSetFiles.LARGEST_SET));
        } catch (Spoiled spoiled) {
            throw Refused.at("file", spoiled.words());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
