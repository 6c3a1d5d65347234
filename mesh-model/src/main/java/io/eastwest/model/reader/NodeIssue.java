package io.eastwest.model.reader;

import io.eastwest.model.issue.Issue;

/**
 * A problem that was met while a tree was built, when its resource was not known yet.
 *
 * @param node the node that is meant
 * @param issue the problem with its place, without path and resource
 */
record NodeIssue(int node, Issue issue) {}
