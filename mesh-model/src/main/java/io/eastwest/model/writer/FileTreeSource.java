package io.eastwest.model.writer;

/** What can be written as files. */
public interface FileTreeSource {
    /** {@return all its files, those that are confidential among them} */
    FileTree toFiles();
}
