package io.eastwest.routing.question;

/**
 * Something that a proxy asked of a request.
 *
 * @param axis what it looked at
 * @param wanted the values that it looked for
 * @param held whether the request has one of them
 */
record RequestRead(RequestAxis axis, Language wanted, boolean held) {}
