import { renderToString } from 'react-dom/server';
import { Article } from './Article.jsx';

export const render = () => renderToString(<Article />);
