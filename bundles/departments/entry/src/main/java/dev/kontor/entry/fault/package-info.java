/** Entry errors (信息录入错误): what was wrong, who wrote it, who found it, and what came of it. */
package dev.kontor.entry.fault;
