package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;

/** Where things stand in documents. */
final class AnalysisPaths {
    static final DocumentPath ROOT = DocumentPath.root();
    static final DocumentPath NAME = ROOT.field("metadata").field("name");
    static final DocumentPath LABELS = ROOT.field("metadata").field("labels");
    static final DocumentPath SPEC = ROOT.field("spec");

    private AnalysisPaths() {}

    /** {@return an annotation of a document} */
    static DocumentPath annotation(String name) {
        return ROOT.field("metadata").field("annotations").field(name);
    }
}
