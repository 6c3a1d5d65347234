package io.eastwest.testing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.writer.FileTree;
import java.util.List;

/** Files of a mesh and what they say. */
final class ReadTree {
    private final FileTree files;
    private final ReadResult<MeshSnapshot> read;

    ReadTree(FileTree files) {
        this.files = files;
        this.read = MeshSnapshot.read(files, ManifestReader.strict());
    }

    FileTree files() {
        return files;
    }

    /** {@return why the files cannot be read as a mesh; empty: they can} */
    List<String> errors() {
        return read.issues().stream()
                .filter(Issue::isError)
                .map(Issue::toString)
                .toList();
    }

    /** {@return what the files say; only without {@link #errors()}} */
    MeshSnapshot mesh() {
        return read.orThrow();
    }

    /** {@return names of clusters and files, no content} */
    String toText() {
        StringBuilder text = new StringBuilder("Files of the tree:");
        files.files().keySet().forEach(path -> text.append("\n  ").append(path));
        return text.toString();
    }
}
