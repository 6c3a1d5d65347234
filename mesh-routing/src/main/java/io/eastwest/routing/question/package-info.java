/** Answers: what do many calls under many conditions say together? Each question is one class; nothing here decides itself. */
@NullMarked
package io.eastwest.routing.question;

import org.jspecify.annotations.NullMarked;
