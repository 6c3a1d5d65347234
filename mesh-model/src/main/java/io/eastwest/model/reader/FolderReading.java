package io.eastwest.model.reader;

import io.eastwest.model.issue.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads files part by part, several parts at once, and gives what reading them one after the other gives. Limits hold for all
 * files together: files that may exceed them are read as one part, so that the limit is met at the same place.
 */
final class FolderReading {
    private static final int FILES_OF_A_PART = 16;

    private final ReadLimits limits;
    private final Function<List<Map.Entry<String, Path>>, Part> reader;

    /**
     * What some files hold.
     *
     * @param issues problems, in the order of the files
     * @param manifests resources, in the order of the files
     * @param documents how many documents there were, members of lists not included
     */
    record Part(List<Issue> issues, List<Manifest> manifests, int documents) {}

    /**
     * A way of reading.
     *
     * @param limits what holds for all files
     * @param reader reads some files, with the same limits
     */
    FolderReading(ReadLimits limits, Function<List<Map.Entry<String, Path>>, Part> reader) {
        this.limits = limits;
        this.reader = reader;
    }

    /** The parts in the order of the files. */
    List<Part> read(List<Map.Entry<String, Path>> files) {
        if (files.size() <= FILES_OF_A_PART || totalSize(files) > limits.maxTotalLength()) {
            return List.of(reader.apply(files));
        }
        List<List<Map.Entry<String, Path>>> pieces = new ArrayList<>();
        for (int from = 0; from < files.size(); from += FILES_OF_A_PART) {
            pieces.add(files.subList(from, Math.min(from + FILES_OF_A_PART, files.size())));
        }
        List<Part> parts = pieces.parallelStream().map(reader).toList();
        return isTooMuch(parts) ? List.of(reader.apply(files)) : parts;
    }

    private boolean isTooMuch(List<Part> parts) {
        long documents = 0;
        long manifests = 0;
        for (Part part : parts) {
            documents += part.documents();
            manifests += part.manifests().size();
        }
        return Math.max(documents, manifests) > limits.maxDocuments();
    }

    /** Bytes of all files, which are no fewer than their characters; a file that cannot be read counts nothing. */
    private static long totalSize(List<Map.Entry<String, Path>> files) {
        long size = 0;
        for (Map.Entry<String, Path> file : files) {
            try {
                size += Files.size(file.getValue());
            } catch (IOException e) {
                // loading it tells why
            }
        }
        return size;
    }
}
