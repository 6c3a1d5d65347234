package io.eastwest.model.reader;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads resources from YAML 1.2 and JSON: files, folders and texts, many documents each, {@code kind: List} as
 * {@code kubectl get -o yaml} prints it included.
 *
 * <p>Reading is strict: no JSON type is ever turned into another. Every problem of every document is reported with its
 * line and column; a resource with an error is left out, the others are there. Values are taken as the document has
 * them: no defaults, no rules of a webhook. Immutable and thread-safe.
 */
public final class ManifestReader {
    private final KindRegistry kinds;
    private final UnknownFields unknownFields;
    private final ReadLimits limits;
    private final TextPool texts = new TextPool();

    private ManifestReader(KindRegistry kinds, UnknownFields unknownFields, ReadLimits limits) {
        this.kinds = requireNonNull(kinds, "kinds");
        this.unknownFields = requireNonNull(unknownFields, "unknownFields");
        this.limits = requireNonNull(limits, "limits");
    }

    /** {@return a reader of all modelled kinds to which an unknown field is an error} */
    public static ManifestReader strict() {
        return new ManifestReader(KindRegistry.standard(), UnknownFields.REJECT, ReadLimits.defaults());
    }

    /** {@return a reader of all modelled kinds that leaves out unknown fields with a warning, as an API server does} */
    public static ManifestReader pruning() {
        return new ManifestReader(KindRegistry.standard(), UnknownFields.PRUNE, ReadLimits.defaults());
    }

    /**
     * Reads other kinds.
     *
     * @param registry kinds to know
     * @return such a reader
     */
    public ManifestReader with(KindRegistry registry) {
        return new ManifestReader(registry, unknownFields, limits);
    }

    /**
     * Treats unknown fields otherwise.
     *
     * @param policy what happens to them
     * @return such a reader
     */
    public ManifestReader with(UnknownFields policy) {
        return new ManifestReader(kinds, policy, limits);
    }

    /**
     * Takes more or less text.
     *
     * @param bounds how much to take
     * @return such a reader
     */
    public ManifestReader with(ReadLimits bounds) {
        return new ManifestReader(kinds, unknownFields, bounds);
    }

    /**
     * Reads a text.
     *
     * @param name name to show in places; a name that ends with {@code .json} means JSON
     * @param text the text; a byte order mark is passed over
     * @return the resources in document order
     */
    public ReadResult<List<Manifest>> read(String name, String text) {
        ReadSession session = new ReadSession(limits, texts);
        List<Manifest> manifests = new ArrayList<>();
        bind(session, name, text, manifests);
        return ReadResult.of(Collections.unmodifiableList(manifests), session.issues());
    }

    /**
     * Reads a file, or all {@code .yaml .yml .json} files below a folder.
     *
     * @param path file or folder; names in places are relative to it
     * @return the resources by file name, then in document order
     */
    public ReadResult<List<Manifest>> read(Path path) {
        return read(path, path);
    }

    /**
     * Reads a file, or all {@code .yaml .yml .json} files below a folder. Many files are read by several threads of the common
     * pool, with the result of reading one after the other.
     *
     * @param path file or folder, in {@code root}
     * @param root folder that names in places are relative to, and that symbolic links may not leave
     * @return the resources by file name, then in document order
     */
    public ReadResult<List<Manifest>> read(Path path, Path root) {
        List<Issue> issues = new ArrayList<>();
        ManifestFiles files = new ManifestFiles(limits, issues);
        FolderReading reading = new FolderReading(limits, this::read);
        List<Manifest> manifests = new ArrayList<>();
        for (FolderReading.Part part :
                reading.read(new ArrayList<>(files.find(path, root).entrySet()))) {
            issues.addAll(part.issues());
            manifests.addAll(part.manifests());
        }
        return ReadResult.of(Collections.unmodifiableList(manifests), issues);
    }

    /**
     * Reads texts as if they were files of a folder: those with names {@code *.yaml *.yml *.json}, without files of Kustomize
     * and what lies at or below a name that starts with a dot.
     *
     * @param texts texts by path, with {@code /} between its parts; paths are the names in places
     * @return the resources by path, in the order of files of a folder, then in document order
     */
    public ReadResult<List<Manifest>> read(Map<String, String> texts) {
        ReadSession session = new ReadSession(limits, this.texts);
        List<Manifest> manifests = new ArrayList<>();
        ManifestNames.select(texts).forEach((name, text) -> bind(session, name, text, manifests));
        return ReadResult.of(Collections.unmodifiableList(manifests), session.issues());
    }

    /**
     * Reads one value that is no resource, such as the mesh configuration in a ConfigMap.
     *
     * @param <T> type of the value
     * @param type type of the value: one of this module, {@code JsonNode}, or what a {@link KindDefinition} may name
     * @param name name to show in places; a name that ends with {@code .json} means JSON
     * @param text one document; an empty one is an empty object
     * @return the value; without one when there is an error
     * @throws IllegalArgumentException if values of the type cannot be read
     */
    public <T> ReadResult<T> readValue(Class<T> type, String name, String text) {
        ReadSession session = new ReadSession(limits, texts);
        List<NodeTree> trees = session.trees(name, text);
        if (trees.isEmpty() && session.issues().isEmpty()) {
            trees = new ReadSession(limits).trees(name, "{}");
        }
        if (trees.size() > 1) {
            SourceLocation place = trees.get(1).location(0);
            session.issues()
                    .add(Issue.error(
                                    IssueCode.NOT_A_RESOURCE,
                                    DocumentPath.root(),
                                    "one document is expected but there are " + trees.size(),
                                    "remove the others")
                            .at(place));
        }
        Optional<T> value = trees.isEmpty()
                ? Optional.empty()
                : new ResourceBinder(kinds, unknownFields, limits, session.issues()).bindValue(trees.get(0), type);
        return value.map(found -> ReadResult.of(found, session.issues()))
                .orElseGet(() -> ReadResult.failed(session.issues()));
    }

    private FolderReading.Part read(List<Map.Entry<String, Path>> some) {
        ReadSession session = new ReadSession(limits, texts);
        ManifestFiles files = new ManifestFiles(limits, session.issues());
        List<Manifest> manifests = new ArrayList<>();
        for (Map.Entry<String, Path> file : some) {
            files.load(file.getKey(), file.getValue()).ifPresent(text -> bind(session, file.getKey(), text, manifests));
        }
        return new FolderReading.Part(session.issues(), manifests, session.documents());
    }

    private void bind(ReadSession session, String name, String text, List<Manifest> manifests) {
        ResourceBinder binder = new ResourceBinder(kinds, unknownFields, limits, session.issues());
        for (NodeTree tree : session.trees(name, text)) {
            binder.bind(tree, manifest -> {
                if (manifests.size() < limits.maxDocuments()) {
                    manifests.add(manifest);
                } else {
                    session.tooManyDocuments(manifest.location());
                }
            });
        }
    }
}
